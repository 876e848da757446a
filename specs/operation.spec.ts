/** Operation: POST v1/conversation below the base URL. */
import { establishes } from '../engine/service/probes/establishes.js';
import { place } from '../playwright/place.js';

await place('Operation', [establishes('operation/endpoint')]);
