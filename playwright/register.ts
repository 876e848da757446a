/** Probes as Playwright tests: one test for each, its outcome attached, red for what is broken or undecided. */
import { writeFile } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import { stepsOf } from '../engine/service/places.js';
import type { Place } from '../engine/service/probe.js';
import { defaultEdition, isEditionId } from '../schemas/editions/editions.js';
import { defaultOperation, findOperation } from '../schemas/operations/operations.js';
import { complaintOf, plainError } from './complaint.js';
import { takeOver } from './hand-over.js';
import { attachmentName, writeLeaving } from './leaving.js';
import { givenOptions, ownSurroundings } from './options.js';
import { startWorker, type Worker } from './worker.js';

const test = base.extend<object, { conformance: Worker }>({
  conformance: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use, workerInfo) => {
      const worker = await startWorker(takeOver(), workerInfo.workerIndex);
      await use(worker);
      await worker.close();
    },
    { scope: 'worker' },
  ],
});

export function registerWithPlaywright(whole: Place): void {
  const { edition, only, operation } = chosenProbes();
  const place = { ...whole, probes: stepsOf([whole], only, edition, operation).map(({ probe }) => probe) };
  if (place.probes.length === 0) return;
  test.describe(place.name, () => {
    for (const probe of place.probes) {
      test(
        probe.title,
        { annotation: { type: 'clause', description: probe.clause } },
        async ({ conformance }, testInfo) => {
          const leaving = await conformance.run({ place, probe });
          const path = testInfo.outputPath('outcome.ndjson');
          await writeFile(path, writeLeaving(leaving));
          await testInfo.attach(attachmentName, { path, contentType: 'application/x-ndjson' });
          if (leaving.trouble !== undefined) throw plainError(leaving.trouble.reason);
          const complaint = complaintOf(leaving.outcome);
          if (complaint !== undefined) throw plainError(complaint);
          const [skipped] = leaving.outcome.skipped;
          test.skip(skipped !== undefined && Object.keys(leaving.outcome.tallies).length === 0, skipped?.cause);
        },
      );
    }
  });
}

/** The edition, the operation and the clauses whose probes become tests. What cannot be followed is told by the set-up. */
function chosenProbes() {
  const { edition, only, operation } = givenOptions(ownSurroundings).given;
  const [first = ''] = Array.isArray(edition) ? edition : [];
  return {
    edition: isEditionId(first) ? first : defaultEdition,
    only: Array.isArray(only) ? only : [],
    operation: findOperation(String(operation))?.id ?? defaultOperation,
  };
}
