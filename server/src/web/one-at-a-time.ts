// Work that takes much memory is done one after the other: however many ask at once, only one of them
// costs it. Who asks meanwhile waits in line; the line has an end.

/**
 * @param mostWaiting beyond the one that goes on
 * @param refusal for who finds the line full; nothing was begun for them
 */
export function oneAtATime<Input, Output>(
  work: (input: Input) => Promise<Output>,
  mostWaiting: number,
  refusal: Output,
): (input: Input) => Promise<Output> {
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (input) => {
    if (asked > mostWaiting) return Promise.resolve(refusal);
    asked += 1;
    const done = last.then(() => work(input)).finally(() => (asked -= 1));
    // A failure is for who asked, not for who comes next.
    last = done.catch(() => undefined);
    return done;
  };
}
