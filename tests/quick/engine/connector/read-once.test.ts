/** What a connector sends is taken apart once, by whoever asks first: arrivals, the org, the mock behind it, the judge, the record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Org } from '../../../../endpoints/org/org.js';
import { retryKeyOf } from '../../../../endpoints/org/retry-key.js';
import { Arrivals } from '../../../../engine/connector/driving/arrivals.js';
import { conformingDraft } from '../../../../generators/basis.js';
import { AnswerJudge } from '../../../../verdicts/connector/run/judge-answers.js';
import { Ledger } from '../../../../verdicts/connector/run/ledger.js';
import { encodeBody } from '../../../../wire/codecs/encode.js';
import type { ReceivedRequest } from '../../../../wire/received.js';
import { forms } from '../../forms.js';
import { plainBasis } from '../../generators/some-basis.js';

/** Counts how often JSON that holds a word is parsed while something runs. */
async function parsed(word: string, run: () => Promise<void>): Promise<number> {
  const { parse } = JSON;
  let count = 0;
  JSON.parse = (text, reviver) => {
    if (String(text).includes(word)) count += 1;
    return parse(text, reviver);
  };
  try {
    await run();
  } finally {
    JSON.parse = parse;
  }
  return count;
}

for (const form of forms) {
  test(`${form.edition}, ${form.layout}: the subject is parsed once`, async () => {
    const org = await Org.create({ edition: form.edition, onSecret: () => undefined });
    const { credentials } = org;
    const [channel = ''] = credentials.channels;
    const draft = conformingDraft({ ...plainBasis, ...form, credentials, channel, subject: 'read-me-once' });
    const target = '/api/v1/conversation';
    const arrived: ReceivedRequest = {
      number: 1,
      receivedMs: 0,
      endedMs: 0,
      connection: 1,
      httpVersion: '1.1',
      method: 'POST',
      target,
      fields: draft.fields,
      body: Buffer.from(encodeBody(draft.body)),
      bodyCut: false,
      operation: org.addresseeOf('POST', target),
    };
    const { orgId, authorizationContext, channels } = credentials;
    const answers = new AnswerJudge();
    const given = { httpVersion: '1.1', reason: '', sentMs: 1 };
    const ledger = new Ledger({
      contract: { edition: form.edition, orgId, authorizationContext, channels, tokens: org.tokens },
      further: answers.judge,
    });
    const count = await parsed('read-me-once', async () => {
      const arrivals = new Arrivals();
      arrivals.watched = true;
      arrivals.note(arrived);
      assert.match(retryKeyOf(arrived), /read-me-once/);
      const { status, fields, body } = await org.answer(arrived);
      assert.equal(status, 202);
      ledger.begin('all-well');
      ledger.take({ ...arrived, answer: { ...given, status, fields, body: Buffer.from(body) } });
      ledger.end();
    });
    assert.deepEqual(
      ledger.exchanges.map(({ verdict }) => verdict),
      ['conformant'],
    );
    assert.deepEqual(ledger.conversations.counts, { answers: 1, pairs: 1, identifiers: 1 });
    assert.equal(count, 1);
  });
}
