/** Body › routingAttributes: what a service does with attributes that connectors must not send. */
import { observesViolations } from '../../engine/service/probes/observes-violations.js';
import { place } from '../../playwright/place.js';

await place('Body › routingAttributes', [
  observesViolations('body/routing-attributes/object'),
  observesViolations('body/routing-attributes/string-values'),
]);
