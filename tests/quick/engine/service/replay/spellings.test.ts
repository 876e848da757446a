/** Every legal spelling of a request, written down as evidence, is accepted by another target when it is replayed there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMock } from '../../../../../endpoints/mock/mock.js';
import { createSender } from '../../../../../endpoints/sender/sender.js';
import { replayCase } from '../../../../../engine/service/replay/replay.js';
import { secretsOf } from '../../../../../engine/service/secrets.js';
import { conformingDraft } from '../../../../../generators/basis.js';
import { spellingsByDimension } from '../../../../../generators/spellings/index.js';
import type { EditionId } from '../../../../../schemas/editions/editions.js';
import { defaultOperation, layoutsOf } from '../../../../../schemas/operations/operations.js';
import type { ReplayCase } from '../../../../../schemas/record/replay-case.js';
import { createRedactor } from '../../../../../text/redactor.js';
import { toEvidence } from '../../../../../verdicts/record/evidence.js';
import { requestOf } from '../../../../../verdicts/replay/replay-request.js';
import { encodeRequest } from '../../../../../wire/codecs/encode.js';
import { sharedKeys } from '../../../end-to-end/run-against.js';

const rows: readonly EditionId[] = ['61.0', '65.0'];

for (const edition of rows) {
  for (const layout of layoutsOf(edition)) {
    test(`${edition}, ${layout}`, async (t) => {
      const [recorded, other] = await Promise.all(
        [1, 2].map(async () => {
          const mock = await createMock({ keys: await sharedKeys(), edition });
          const { baseUrl, close } = await mock.listen();
          t.after(close);
          return { baseUrl: new URL(baseUrl), credentials: mock.credentials };
        }),
      );
      assert.ok(recorded && other);
      const { credentials, baseUrl } = recorded;
      const sender = createSender({ baseUrl, concurrency: 1, userAgent: 'byoc-conformance' });
      t.after(() => sender.close());
      const redactor = createRedactor(secretsOf(credentials));
      let replayed = 0;
      for (const [index, { slug, label, apply }] of [...spellingsByDimension(edition).values()].flat().entries()) {
        const subject = `byoc-0a1b2c-${index}`;
        const [requestId, boundary] = [crypto.randomUUID(), '----byocspelling'];
        const form = { operation: defaultOperation, edition, layout };
        const channel = credentials.channels[0] ?? '';
        const basis = { ...form, credentials, channel, subject, requestId, boundary };
        const exchange = await sender.send(encodeRequest(apply(conformingDraft(basis))));
        assert.equal(exchange.answer?.status, 202, label);
        const request = requestOf(toEvidence(exchange, redactor), 'case', credentials.orgId);
        assert.ok(request, label);
        const replay: ReplayCase = {
          format: 'byoc-conformance/replay-case/2',
          version: '0.1.0',
          recordedAt: '2026-11-26T10:00:00.000Z',
          finding: `answer--success--status--${slug}`,
          clause: 'answer/success/status',
          case: { slug },
          label,
          verdict: 'nonconformant',
          expected: 'acceptance',
          got: '500',
          expects: 'acceptance',
          wholeStory: true,
          edition,
          layout,
          level: 'standard',
          seed: 1,
          target: {
            host: baseUrl.host,
            orgId: credentials.orgId,
            authorizationContext: credentials.authorizationContext,
            channels: [...credentials.channels],
          },
          requests: [request],
        };
        const target = { kind: 'service', ...other, faults: [] } as const;
        const { result, reason } = await replayCase(replay, { target });
        assert.equal(result, 'FIXED', `${label}: ${reason}`);
        replayed += 1;
      }
      assert.ok(replayed > 30, `${replayed} spellings`);
    });
  }
}
