// A new order id. It is made once for each click and kept, so that sending the order again can
// never buy twice.

/** randomUUID exists only on https and on localhost; getRandomValues exists everywhere. */
export function newOrderId(
  source: Pick<Crypto, 'getRandomValues'> & Partial<Crypto> = crypto,
): string {
  if (source.randomUUID) return source.randomUUID();
  const bytes = source.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
