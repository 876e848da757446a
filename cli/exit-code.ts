/** The exit codes of every command. */

export const exitCode = {
  conformant: 0,
  nonconformant: 1,
  usage: 2,
  inconclusive: 3,
  waiver: 4,
  suiteFault: 5,
  /** Ended by a second Ctrl-C: 128 and the number of SIGINT, as shells have it. */
  interrupted: 130,
} as const;
