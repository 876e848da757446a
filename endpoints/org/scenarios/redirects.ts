/** Scenarios in which the org sends a call on to another place: in itself, and at another origin, where no token may go. */
import { fieldIn } from '../../../wire/http/field-values.js';
import { pathOf } from '../../../wire/http/request-target.js';
import type { ReceivedRequest } from '../../../wire/received.js';
import { jsonAnswer } from '../../mock/answer.js';
import { elsewherePath } from '../addressee.js';
import type { OrgAnswer } from '../org-answer.js';
import { nowAndThen, type OrgScenario } from '../scenario.js';

/** In the query of a target: which redirect led there. */
const hop = 'redirected';

export const redirected = {
  id: 'redirected',
  title: '307 and 308 within the origin',
  summary: 'Some requests are answered 307, and what follows it 308, both to another address of the same origin.',
  robust: 'Sends the same method, headers and form to the new address, or gives up and tells so.',
  expects: 'goes on or tells',
  clause: 'behaviour/recovery/redirected',
  play: () => {
    const due = nowAndThen(2);
    return {
      instead: ({ target }, context) => {
        const [path = '', query] = target.split('?', 2);
        const parameters = new URLSearchParams(query);
        const before = parameters.get(hop);
        if (before === null ? !due(context) : before !== '307') return undefined;
        const status = before === null ? 307 : 308;
        parameters.set(hop, String(status));
        return redirect(status, `${path}?${parameters}`, 'the same origin');
      },
    };
  },
} as const satisfies OrgScenario;

export const redirectedElsewhere = {
  id: 'redirected-elsewhere',
  title: '307 and 308 to another origin',
  summary: 'Some requests are answered 307 or 308 to another host, which takes no token of this one.',
  robust: 'Sends no access token to another host than the configured one: asks again there, or gives up and tells so.',
  expects: 'goes on or tells',
  clause: 'behaviour/recovery/redirected-elsewhere',
  play: () => {
    const due = nowAndThen(2);
    let staged = 0;
    return {
      instead: (request, context) => {
        if (!due(context)) return undefined;
        staged += 1;
        return redirect(staged % 2 === 1 ? 307 : 308, elsewhere(request, context.origin), 'another origin');
      },
    };
  },
} as const satisfies OrgScenario;

/**
 * The same place under the other name of this machine. Another port would be another origin as well, but widespread clients
 * (net/http of Go) look at the host alone.
 */
function elsewhere({ fields, target }: ReceivedRequest, origin: string): string {
  const { protocol, host } = new URL(origin);
  const asked = `${protocol}//${fieldIn(fields, 'host') ?? host}`;
  const url = new URL(URL.canParse(asked) ? asked : origin);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return `${url.origin}${elsewherePath}${pathOf(target)}`;
}

function redirect(status: 307 | 308, location: string, to: 'the same origin' | 'another origin'): OrgAnswer {
  const answer = jsonAnswer(status, { code: status, message: 'The resource is at another address.' }, [
    ['Location', location],
  ]);
  return { ...answer, staged: { did: 'redirected', status, to } };
}
