#!/usr/bin/env node
/** The command `byoc-conformance`: a process around run-cli.ts. */
import { createRedactor } from '../text/redactor.js';
import { loadedDependencies } from './loaded-dependencies.js';
import { nodeSurroundings } from './node-surroundings.js';
import { createCli } from './run-cli.js';

const cli = createCli(nodeSurroundings(), loadedDependencies, createRedactor);

// What escapes every handler is a fault of ours, and its text may hold a secret like any other.
process.on('uncaughtException', (error) => process.exit(cli.tell(error)));
const streams = [process.stdout, process.stderr];
// A reader that went away (`| head`) changes neither the run nor its exit code.
for (const stream of streams) stream.on('error', () => {});

const code = await cli.run();
// What was written to a pipe must have left before the process ends.
await Promise.all(streams.map((stream) => new Promise<void>((written) => stream.write('', () => written()))));
process.exit(code);
