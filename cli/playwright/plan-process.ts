/**
 * Says what a run would send, in a process of its own: planning loads the spec files, and the process of Playwright
 * must be the first to load them there. Takes the run over IPC, as it holds the token, and answers with the plan.
 */
import { optionsOf, type PlaywrightRun } from '../../specs/engine/playwright/run-in-environment.js';
import { planConformance } from '../../specs/engine/run-conformance.js';

process.once('message', (run: PlaywrightRun) => {
  void planConformance(optionsOf(run)).then((plan) => {
    process.send?.(plan);
    process.disconnect();
  });
});
