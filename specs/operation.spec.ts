/** Operation: POST v1/conversation below the base URL. */
import { establishes } from './engine/probes/establishes.js';
import { place } from './engine/registrar.js';

await place('Operation', [establishes('operation/endpoint')]);
