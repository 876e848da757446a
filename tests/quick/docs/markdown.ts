/** What a Markdown page offers and names: anchors of its headings, links, text without fences. */

/** Anchors of the headings, made as GitHub makes them. */
export function anchorsOf(page: string): readonly string[] {
  return withoutFences(page)
    .split('\n')
    .flatMap((line) => /^#{1,6} (.*)$/.exec(line)?.[1] ?? [])
    .map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
        .replaceAll(' ', '-'),
    );
}

export interface Link {
  /** Empty when it stays on the page. */
  readonly file: string;
  readonly anchor?: string;
}

/** Links within the repository, as they are written. */
export function linksOf(page: string): readonly Link[] {
  return [...withoutFences(page).matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(
    ([, file = '', anchor]) => ({
      file,
      ...(anchor === undefined ? {} : { anchor }),
    }),
  );
}

/** The page without its blocks of code and output. */
function withoutFences(page: string): string {
  return page.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '');
}
