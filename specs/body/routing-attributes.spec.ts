/** Body › routingAttributes: what a service does with attributes that connectors must not send. */
import { observesViolations } from '../engine/probes/observes-violations.js';
import { place } from '../engine/registrar.js';

await place('Body › routingAttributes', [
  observesViolations('body/routing-attributes/object'),
  observesViolations('body/routing-attributes/string-values'),
]);
