/** No access token could be had from the token endpoint. */
import { type TokenProblem, type TokenProblemKind, tellTokenProblem } from '../../endpoints/token/token-problem.js';
import { exitCodes } from '../../verdicts/record/run-verdict.js';
import { UserError } from './user-error.js';

/** Whether the settings are wrong cannot be said while the login server is out of reach. */
const undecidedKinds: readonly TokenProblemKind[] = ['unreachable', 'in trouble', 'stopped'];

export class TokenError extends UserError {
  override readonly exitCode: number;

  constructor(problem: TokenProblem) {
    const [message = '', ...rest] = tellTokenProblem(problem);
    super(`no access token: ${message}`, ...rest);
    this.exitCode = undecidedKinds.includes(problem.kind) ? exitCodes.inconclusive : exitCodes['wrong usage'];
  }
}
