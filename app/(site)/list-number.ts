/** The page number the server put into a page's query; null is the list's front. */
export function listNumber(written: string | string[] | undefined): number | null {
  return typeof written === 'string' && /^[1-9]\d{0,6}$/.test(written) ? Number(written) : null;
}
