// What tests of the local cloud share: AWS's own clients, made from the one line of JSON that it
// prints, as a user's program would make them.
import { DSQL } from '@aws-sdk/client-dsql';
import { DynamoDB } from '@aws-sdk/client-dynamodb';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** The line, as it is documented. */
export interface LocalCloudLine {
  readonly caFile: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly dsql: Readonly<Record<string, { readonly host: string; readonly port: number }>>;
  readonly dynamodb: Readonly<Record<string, string>>;
  readonly controlPlane: string;
}

/** To be destroyed by the caller. */
export function dynamoDbOf(cloud: LocalCloudLine, region: string): DynamoDB {
  const endpoint = cloud.dynamodb[region] ?? '';
  return new DynamoDB({ region, endpoint, credentials: credentialsOf(cloud) });
}

/** To be destroyed by the caller. */
export function controlPlaneOf(cloud: LocalCloudLine, region: string): DSQL {
  return new DSQL({ region, endpoint: cloud.controlPlane, credentials: credentialsOf(cloud) });
}

const credentialsOf = ({ accessKeyId, secretAccessKey }: LocalCloudLine) => ({
  accessKeyId,
  secretAccessKey,
});
