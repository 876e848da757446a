/** The dependencies of the real command, each loaded when it is first called. */
import type { Dependencies, Mock, MockOptions } from './dependencies.js';

export const loadedDependencies: Dependencies = {
  async runConformance(options) {
    const { runEditions } = await import('../engine/service/run-editions.js');
    return runEditions(options);
  },
  async planConformance(options) {
    const { planEditions } = await import('../engine/service/run-editions.js');
    return planEditions(options);
  },
  async probeService(options) {
    const { probeService } = await import('../engine/service/probe-service.js');
    return probeService(options);
  },
  createMock,
  async listFaults() {
    const { faults } = await import('../endpoints/mock/faults.js');
    return faults;
  },
  async listVariants() {
    const { variants } = await import('../endpoints/mock/variants.js');
    return variants;
  },
  async replayCase(replay, options) {
    const { replayCase } = await import('../engine/service/replay/replay.js');
    return replayCase(replay, options);
  },
  async renderTerminal(record, options) {
    const { renderTerminal } = await import('../reports/terminal.js');
    return renderTerminal(record, options);
  },
  async writeReports(record, directory) {
    const { writeReports } = await import('../reports/write-reports.js');
    return writeReports(record, directory);
  },
  async validateRecord(data) {
    const { validateRecord } = await import('../reports/validate-record.js');
    return validateRecord(data);
  },
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
