/** The whole contract in few requests: runs instead of all other places where the budget does not pay for them. */
import {
  acceptsRows,
  asksAgain,
  keepsJoinedApart,
  keepsRaces,
  keepsRows,
  refusesByTelling,
} from '../engine/service/budget/probes.js';
import { placeWithinBudget } from '../playwright/place.js';

await placeWithinBudget('The whole contract within a budget', [
  asksAgain,
  acceptsRows,
  // Before channels that may be refused: what a refusal does to the first pair shows at the control behind refusals.
  keepsRaces,
  keepsJoinedApart,
  refusesByTelling,
  keepsRows,
]);
