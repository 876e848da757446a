/** The whole contract in few requests: runs instead of all other places where the budget does not pay for them. */
import {
  acceptsRows,
  asksAgain,
  keepsJoinedApart,
  keepsRaces,
  keepsRows,
  refusesByTelling,
} from './engine/budget/probes.js';
import { placeWithinBudget } from './engine/registrar.js';

await placeWithinBudget('The whole contract within a budget', [
  asksAgain,
  acceptsRows,
  keepsJoinedApart,
  keepsRaces,
  refusesByTelling,
  keepsRows,
]);
