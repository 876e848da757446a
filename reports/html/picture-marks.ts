/** Where the marks of the picture of identities stand: points, lines of splits and merges, numbered labels. Pure. */
import type { ServiceRecord } from '../../schemas/record/run-record.js';

type Identities = ServiceRecord['identities'];
type Point = NonNullable<Identities['points']>[number];
type Place = Pick<Point, 'pair' | 'identifier'>;

/** Side of the square that holds the marks, and the room around it; units of the picture. */
export const side = 480;
export const margin = 24;

/** A diamond, half as wide as given. A mark that is both shows it with the corners of the square behind it. */
export const splitShape = (half: number): string => `m0-${half}l${half} ${half}-${half} ${half}-${half}-${half}z`;
export const mergeShape = (half: number): string => `m-${half}-${half}h${2 * half}v${2 * half}h-${2 * half}z`;

/** Half the width of a mark, by the number of its kind: one must catch the eye, hundreds must still part. */
function halfOf(count: number): number {
  if (count <= 40) return 7;
  return count <= 200 ? 4 : 2;
}

/** More lines than this would cover what they lead to. */
const maxLines = 60;

export interface PictureMarks {
  /** Path data for each kind of mark; empty where there is none. */
  readonly dots: string;
  readonly splits: string;
  readonly merges: string;
  readonly splitLines: string;
  readonly mergeLines: string;
  /** Width of a dot: few points stand out, many still part. */
  readonly dotWidth: number;
  /** One for each offender, none over another. */
  readonly labels: readonly { readonly x: number; readonly y: number }[];
}

/** Both axes have one scale, so that a right service is the diagonal whatever the numbers. */
export function pictureMarks({ pairs, identifiers, points = [], offenders = [] }: Identities): PictureMarks {
  const last = Math.max(pairs, identifiers, 2) - 1;
  const scale = (index: number): number => (Math.min(index, last) / last) * side;
  const at = ({ pair, identifier }: Place) => ({
    x: round(margin + scale(pair)),
    y: round(margin + side - scale(identifier)),
  });
  const splits = points.filter(({ split }) => split === true);
  const merges = points.filter(({ merge }) => merge === true);
  const dots = points.filter(({ split, merge }) => split !== true && merge !== true);
  const path = (some: readonly Point[], shape: string): string =>
    [...new Set(some.map(at).map(({ x, y }) => `M${x} ${y}${shape}`))].join('');
  return {
    dots: path(dots, 'h0'),
    splits: path(splits, splitShape(halfOf(splits.length))),
    merges: path(merges, mergeShape(halfOf(merges.length))),
    splitLines: lines(splits, ({ pair }) => pair, at),
    mergeLines: lines(merges, ({ identifier }) => identifier, at),
    dotWidth: Math.min(9, Math.max(3, round((side / last) * 0.7))),
    labels: labelPlaces(offenders.map(at)),
  };
}

/** A line through the marks of each pair or each identifier; none where there are too many. */
function lines(
  points: readonly Point[],
  keyOf: (point: Point) => number,
  at: (place: Place) => { readonly x: number; readonly y: number },
): string {
  const groups = new Map<number, { x: number; y: number; endX: number; endY: number }>();
  for (const point of points) {
    const { x, y } = at(point);
    const line = groups.get(keyOf(point)) ?? { x, y, endX: x, endY: y };
    groups.set(keyOf(point), {
      x: Math.min(line.x, x),
      y: Math.min(line.y, y),
      endX: Math.max(line.endX, x),
      endY: Math.max(line.endY, y),
    });
  }
  if (groups.size > maxLines) return '';
  return [...new Set([...groups.values()].map(({ x, y, endX, endY }) => `M${x} ${y}L${endX} ${endY}`))].join('');
}

/** Radius of a label, and how far from its mark it stands. */
export const labelRadius = 15;
const reach = 30;

/** Around each mark, then farther and farther out, the first place inside the picture where no label stands yet. */
function labelPlaces(marks: readonly { readonly x: number; readonly y: number }[]): PictureMarks['labels'] {
  const taken: { x: number; y: number }[] = [];
  const size = side + 2 * margin;
  const inside = (value: number): boolean => value >= labelRadius && value <= size - labelRadius;
  for (const { x, y } of marks) {
    const places = Array.from({ length: 64 }, (_, turn) => {
      const [angle, distance] = [(turn % 8) * (Math.PI / 4) - Math.PI / 4, reach * (1 + Math.floor(turn / 8))];
      return { x: round(x + distance * Math.cos(angle)), y: round(y + distance * Math.sin(angle)) };
    });
    const free = places.find(
      (place) =>
        inside(place.x) &&
        inside(place.y) &&
        taken.every((other) => Math.hypot(place.x - other.x, place.y - other.y) > 2 * labelRadius),
    );
    taken.push(free ?? { x, y });
  }
  return taken;
}

/** A tenth of a unit is less than a screen shows. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
