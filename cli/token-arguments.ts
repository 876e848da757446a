/** Refuses a command line that carries a token: arguments are visible to every user of the machine. */
import { UsageError } from '../settings/errors/usage-error.js';
import { holdsToken } from '../text/token-like.js';

/** A shorter configured value would be found in ordinary arguments by chance. */
const shortestToken = 8;

/**
 * The argument is told by its number, never by what it holds.
 *
 * @throws UsageError for each argument that holds a configured token, or something of the shape of one.
 */
export function refuseTokenArguments(argv: readonly string[], tokens: readonly string[]): void {
  const long = tokens.filter((token) => token.length >= shortestToken);
  const problems = argv.flatMap((argument, index) => {
    if (!holdsToken(argument) && !long.some((token) => argument.includes(token))) return [];
    return [
      {
        message: `argument ${index + 1} holds an access token (not shown)`,
        advice: 'set SF_ACCESS_TOKEN in the environment or in .env: every user of this machine can see arguments',
      },
    ];
  });
  if (problems.length > 0) throw new UsageError(problems);
}
