/** The codec of application/json: the body is the object itself. */
import type { Codec } from './codec.js';

export const json: Codec = {
  id: 'json',
  contentType: () => 'application/json',
  texts: (values) => ({ body: JSON.stringify(values) }),
  write: (texts) => ({ kind: 'json', text: 'body' in texts ? texts.body : '' }),
  read(request) {
    const { text } = request;
    if (text === undefined) return { ok: false, why: 'no-text' };
    const values = request.object(text);
    return {
      ok: true,
      body: {
        codec: 'json',
        parts: [],
        texts: { body: text },
        json: { text },
        ...(values === undefined ? {} : { values }),
      },
    };
  },
};
