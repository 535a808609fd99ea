// Text of a file for a terminal: it must not move the cursor, ring the bell or turn the line around.

/** What has no picture is a question mark; joiners stay, of which letters and emoji are made. */
export function plain(text: string): string {
  return text.replace(/(?![\u200c\u200d])\p{C}/gu, '?');
}
