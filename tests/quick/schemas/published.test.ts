/** The schemas are valid draft 2020-12, compile in ajv's strict mode, and the published ones judge as ours do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { refusalAnswerSchema } from '../../../schemas/answer/refusal.schema.js';
import { successAnswerSchema } from '../../../schemas/answer/success.schema.js';
import { schemasOf } from '../../../schemas/operations/request-schema.js';
import { runRecordSchema } from '../../../schemas/record/run-record.schema.js';
import { createContractAjv } from '../../../schemas/validation/ajv.js';
import { publishedRequestSchema } from '../../../tools/request-schema.js';
import { forms } from '../forms.js';
import { connectorRecord } from '../reports/one-of-everything.js';
import { sampleRecord } from '../reports/sample-record.js';
import { conforming, conformingJson, conformingJsonPart } from './conforming.js';

const schemas = {
  ...Object.fromEntries(forms.map((form) => [`request (${form.edition}, ${form.layout})`, schemasOf(form).request])),
  'success answer': successAnswerSchema,
  refusal: refusalAnswerSchema,
  'published request, edition 61.0': publishedRequestSchema('61.0'),
  'published request, edition 65.0': publishedRequestSchema('65.0'),
};

for (const [name, schema] of Object.entries(schemas)) {
  test(`${name}: valid 2020-12, and strict ajv compiles it`, () => {
    const { errors } = createContractAjv();
    assert.equal(createContractAjv().validateSchema(schema), true, JSON.stringify(errors));
    assert.equal(typeof createContractAjv().compile(schema), 'function');
  });
}

test('run record: valid 2020-12, compiles with every check of strict mode, and takes each shape but no mixture', () => {
  const ajv = new Ajv2020({ strict: true });
  assert.equal(ajv.validateSchema(runRecordSchema), true);
  const validate = ajv.compile(runRecordSchema);
  const [service, connector] = [sampleRecord(), connectorRecord()];
  assert.ok(validate(JSON.parse(JSON.stringify(service))));
  assert.ok(validate(JSON.parse(JSON.stringify(connector))));
  for (const wrong of [
    { ...service, judges: 'connector' },
    { ...connector, judges: 'service' },
    { ...connector, plan: { requests: 0, conversations: 0 } },
  ]) {
    assert.equal(validate(JSON.parse(JSON.stringify(wrong))), false);
  }
});

test('strict mode is on: an unknown keyword does not compile', () => {
  assert.throws(() => createContractAjv().compile({ minLenght: 1 }), /unknown keyword/);
});

test('JSON text is the only content that can be judged', () => {
  assert.throws(() => createContractAjv().compile({ type: 'string', contentMediaType: 'text/csv' }), /text\/csv/);
});

test('the published request schema takes both layouts of its edition and refuses a broken message', () => {
  const validate = createContractAjv().compile(publishedRequestSchema('61.0'));
  assert.equal(validate(conforming()), true);
  assert.equal(validate(conformingJsonPart()), true);
  assert.equal(validate({ ...conforming(), form: { participants: '[]' } }), false);
});

test('the published request schema of the later edition takes its layout and refuses a broken message', () => {
  const validate = createContractAjv().compile(publishedRequestSchema('65.0'));
  assert.equal(validate(conformingJson()), true);
  assert.equal(validate(conformingJson({ participants: [] })), false);
  assert.equal(validate(conforming()), false);
});
