/** One exchange as the gate judges it: by itself, and in view of those before it in the same run. Pure. */
import type { ReceivedRequest } from '../../../wire/received.js';
import type { ConnectorContract, Examination } from '../contract.js';
import { examineRequest } from '../judge-request.js';
import { OverTime } from '../over-time.js';

export class RunJudge {
  readonly #contract: ConnectorContract;
  readonly #overTime: OverTime;

  constructor(contract: ConnectorContract) {
    this.#contract = contract;
    this.#overTime = new OverTime(contract);
  }

  take(request: ReceivedRequest): Examination {
    const alone = examineRequest(request, this.#contract);
    const before = this.#overTime.examine(request);
    return { findings: [...alone.findings, ...before.findings], exercised: [...alone.exercised, ...before.exercised] };
  }

  end(): ReturnType<OverTime['end']> {
    return this.#overTime.end();
  }
}
