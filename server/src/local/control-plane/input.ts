// Reads the members of a request by the service's model: every member that is wrong is collected, so
// that one answer names them all in its fieldList.
import { isObject, type JsonObject } from './json.ts';
import { MAX_TAGS } from './limits.ts';
import { invalidFields, type FieldFault } from './service-fault.ts';

const IDENTIFIER = /^[a-z0-9]{26}$/;
const CLUSTER_ARN = /^arn:aws(-[^:]+)?:dsql:[a-z0-9-]{1,20}:[0-9]{12}:cluster\/[a-z0-9]{26}$/;
const CLIENT_TOKEN = /^[!-~]{1,128}$/;
const TAG_KEY = /^[a-zA-Z0-9_.:/=+\-@ ]{1,128}$/;
const TAG_VALUE = /^[a-zA-Z0-9_.:/=+\-@ ]{0,256}$/;
const MAX_REGION_LENGTH = 50;

export interface MultiRegionInput {
  readonly witnessRegion: string | null;
  /** null: not given. */
  readonly clusters: readonly string[] | null;
}

export class InputReader {
  readonly #faults: FieldFault[] = [];

  /** @throws ServiceFault when anything that was read is wrong */
  done(): void {
    if (this.#faults.length > 0) throw invalidFields(this.#faults);
  }

  identifier(value: string): string {
    return this.#matching('identifier', value, IDENTIFIER);
  }

  clusterArn(value: string): string {
    return this.#matching('resourceArn', value, CLUSTER_ARN);
  }

  clientToken(value: unknown): string | null {
    return absent(value) ? null : this.#matching('clientToken', value, CLIENT_TOKEN);
  }

  flag(name: string, value: unknown): boolean | null {
    if (absent(value)) return null;
    if (typeof value !== 'boolean') this.#fault(name, 'Must be true or false');
    return value === true;
  }

  /** null: not given. Anything but AWS's own key is refused: no key of a customer exists here. */
  encryptionKey(value: unknown): void {
    if (absent(value) || value === 'AWS_OWNED_KMS_KEY') return;
    this.#fault('kmsEncryptionKey', 'Only AWS_OWNED_KMS_KEY exists in this cloud');
  }

  /** A member of the real service that this one does not have. */
  absent(name: string, value: unknown): void {
    if (!absent(value)) this.#fault(name, 'Is not part of this control plane');
  }

  tags(value: unknown): Readonly<Record<string, string>> {
    if (absent(value)) return {};
    if (!isObject(value)) return this.#fault('tags', 'Must be a map of strings', {});
    const entries = Object.entries(value);
    if (entries.length > MAX_TAGS) this.#fault('tags', `Must have at most ${MAX_TAGS} entries`);
    for (const [key, text] of entries) {
      this.#matching(`tags.${key}`, key, TAG_KEY);
      this.#matching(`tags.${key}`, text, TAG_VALUE);
    }
    return value as Readonly<Record<string, string>>;
  }

  tagKeys(values: readonly string[]): readonly string[] {
    if (values.length > MAX_TAGS) this.#fault('tagKeys', `Must have at most ${MAX_TAGS} entries`);
    return values.map((key) => this.#matching('tagKeys', key, TAG_KEY));
  }

  pageSize(value: string | null, fallback: number, max: number): number {
    if (value === null) return fallback;
    const size = Number(value);
    if (/^\d+$/.test(value) && size >= 1 && size <= max) return size;
    return this.#fault('maxResults', `Must be a whole number from 1 to ${max}`, fallback);
  }

  multiRegion(value: unknown): MultiRegionInput | null {
    if (absent(value)) return null;
    if (!isObject(value)) return this.#fault('multiRegionProperties', 'Must be a structure', null);
    const { witnessRegion, clusters } = value as JsonObject & Partial<Record<string, unknown>>;
    return {
      witnessRegion: this.#region(witnessRegion),
      clusters: absent(clusters) ? null : this.#arns(clusters),
    };
  }

  #region(value: unknown): string | null {
    if (absent(value)) return null;
    const isRegion = typeof value === 'string' && value.length <= MAX_REGION_LENGTH;
    if (isRegion) return value;
    return this.#fault('multiRegionProperties.witnessRegion', 'Must be the name of a Region', null);
  }

  #arns(value: unknown): readonly string[] {
    const name = 'multiRegionProperties.clusters';
    if (!Array.isArray(value)) return this.#fault(name, 'Must be a list of cluster ARNs', []);
    return value.map((arn: unknown) => this.#matching(name, arn, CLUSTER_ARN));
  }

  #matching(name: string, value: unknown, pattern: RegExp): string {
    if (typeof value === 'string' && pattern.test(value)) return value;
    return this.#fault(name, `Must match ${pattern.source}`, '');
  }

  #fault(name: string, message: string): void;
  #fault<Value>(name: string, message: string, value: Value): Value;
  #fault(name: string, message: string, value?: unknown): unknown {
    this.#faults.push({ name, message });
    return value;
  }
}

/** JSON's null means that a member is not there, to AWS too. */
function absent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}
