/**
 * Says what a run would send, in a process of its own: planning loads the spec files, and the process of Playwright
 * must be the first to load them there. Takes the run over IPC, as it holds the token, and answers with the plan.
 */

import { planConformance } from '../engine/service/run-conformance.js';
import { readRun } from './hand-over.js';

process.once('message', (run: string) => {
  void planConformance(readRun(run).options).then((plan) => {
    process.send?.(plan);
    process.disconnect();
  });
});
