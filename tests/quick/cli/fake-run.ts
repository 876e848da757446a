/** The command in a process with an engine that works until it is aborted, or for ever with NEVER_ENDS. For interrupt.test.ts. */
import { once } from 'node:events';
import { nodeSurroundings } from '../../../cli/node-surroundings.js';
import { createCli } from '../../../cli/run-cli.js';
import { sampleRecord } from './sample.js';
import { plan, redactByValue, standIn } from './stand-ins.js';

// Keeps the process alive as open connections would.
const alive = setInterval(() => {}, 60_000);

const dependencies = standIn({
  async runConformance({ signal, onEvent }) {
    onEvent?.({ type: 'planned', plan });
    process.stderr.write('sending\n');
    if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
    if (process.env.NEVER_ENDS === '1') await new Promise(() => {});
    return sampleRecord({ cutShort: true, verdict: 'inconclusive', exitCode: 3 });
  },
  renderTerminal: async ({ cutShort }) => `cut short: ${cutShort}`,
});

process.exitCode = await createCli(nodeSurroundings(), dependencies, redactByValue).run();
clearInterval(alive);
