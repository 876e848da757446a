#!/usr/bin/env node
// Runs one of the connectors with a fault in it: `node faulty.mjs FAULT`. Without a name it lists the faults.
// PYTHON names another interpreter than python3.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const here = import.meta.dirname;
const faults = parse(readFileSync(join(here, 'faults.yaml'), 'utf8'));
const chosen = faults.find(({ fault }) => fault === process.argv[2]);
if (chosen === undefined) {
  for (const { fault, connector, mistake } of faults) console.error(`${fault} (${connector}): ${mistake}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'faulty-connector-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const source = withFault(chosen);
const file = join(folder, chosen.connector);
writeFileSync(file, source);
const [command, ...args] = {
  mjs: [process.execPath, '--input-type=module', '-'], // from standard input, so that it finds the packages from here
  py: [process.env.PYTHON || 'python3', file],
  java: ['java', file],
  go: ['go', 'run', file],
  sh: ['bash', file],
}[chosen.connector.split('.')[1]];
const child = spawn(command, args, { cwd: here, stdio: ['pipe', 'inherit', 'inherit'] });
child.stdin.on('error', () => {}); // who does not read its input is free not to
child.stdin.end(command === process.execPath ? source : '');
child.on('error', (error) => {
  console.error(`${command}: ${error.message}`);
  process.exitCode = 127;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));

function withFault({ fault, connector, edits }) {
  let text = readFileSync(join(here, connector), 'utf8');
  for (const { right, wrong } of edits) {
    const pieces = text.split(right);
    if (pieces.length !== 2)
      throw new Error(`${fault}: ${connector} has ${pieces.length - 1} times, not once: ${right}`);
    text = pieces.join(wrong);
  }
  return text;
}
