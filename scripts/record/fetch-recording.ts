// The recording as the server makes it, or its refusal in its own words.
import { RecordError, type Arguments } from './arguments.ts';

/** @param ids of bursts. @throws RecordError REFUSED */
export async function fetchRecording(
  { url, format, title }: Pick<Arguments, 'url' | 'format' | 'title'>,
  ids: readonly string[],
): Promise<string> {
  const name = ids.map(encodeURIComponent).join('+');
  const query = title === null ? '' : `?${new URLSearchParams({ title })}`;
  const reply = await fetch(`${url}/recordings/${name}.${format}${query}`).catch(
    (error: unknown) => {
      throw new RecordError('REFUSED', `${url} does not answer.`, error);
    },
  );
  const text = await reply.text();
  if (!reply.ok) throw new RecordError('REFUSED', text.trim());
  return text;
}
