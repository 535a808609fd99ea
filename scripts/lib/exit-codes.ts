// Exit codes of commands that show something, or do not: 0 and 1 are those, and these are no verdicts.

export const EXIT = { wrongInput: 2, noServer: 69, fault: 70, interrupted: 130 } as const;

/** The same for the usage of such a command. */
export const EXIT_WORDS = `Else 2 wrong input, 69 no server answers or none of its own can be opened,
70 a fault of this program, 130 interrupted.`;
