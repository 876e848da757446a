/** The dependencies of the real command, each loaded when it is first called. */
import type { Dependencies, Mock, MockOptions } from './dependencies.js';

export const loadedDependencies: Dependencies = {
  runConformance: async (options) => (await import('../engine/service/run-editions.js')).runEditions(options),
  planConformance: async (options) => (await import('../engine/service/run-editions.js')).planEditions(options),
  probeService: async (options) => (await import('../engine/service/probe-service.js')).probeService(options),
  createMock,
  listFaults: async () => (await import('../endpoints/mock/faults.js')).faults,
  listVariants: async () => (await import('../endpoints/mock/variants.js')).variants,
  replayCase: async (replay, options) =>
    (await import('../engine/service/replay/replay.js')).replayCase(replay, options),
  renderTerminal: async (record, options) => (await import('../reports/terminal.js')).renderTerminal(record, options),
  writeReports: async (record, directory) =>
    (await import('../reports/write-reports.js')).writeReports(record, directory),
  validateRecord: async (data) => (await import('../reports/validate-record.js')).validateRecord(data),
};

/** The ids were checked when the options were read; an unknown one here is a fault of ours. */
async function createMock({ faults, edition, variant, onAnswer }: MockOptions): Promise<Mock> {
  const { createMock: create } = await import('../endpoints/mock/mock.js');
  const { readFaultIds } = await import('../endpoints/mock/faults.js');
  const { isVariantId } = await import('../endpoints/mock/variants.js');
  const { known, unknown } = readFaultIds(faults);
  if (unknown.length > 0) throw new Error(`no fault of the mock has the id ${unknown.join(', ')}`);
  if (variant !== undefined && !isVariantId(variant)) throw new Error(`no variant of the mock has the id ${variant}`);
  return create({
    faults: known,
    edition,
    variant,
    onExchange: ({ method, path, status, refusal }) => onAnswer?.({ method, path, status, refusal: refusal?.message }),
    // The bytes of such a request may hold the token: they are not passed on.
    onRefusedByParser: ({ status, reason }) => onAnswer?.({ status, refusal: `not well-formed HTTP (${reason})` }),
  });
}
