/** No access token could be had from the token endpoint. */
import type { TokenProblem } from '../../endpoints/token/token-problem.js';

export class TokenError extends Error {
  readonly problem: TokenProblem;

  constructor(problem: TokenProblem) {
    super(`no access token: ${problem.message}`);
    this.name = 'TokenError';
    this.problem = problem;
  }
}
