import { type Finding, finding } from './finding.ts';

/** A document that cannot be believed; the finding says why. */
export class Unproven extends Error {
  override name = 'Unproven';
  readonly finding: Finding;

  constructor(of: Finding) {
    super(`${of.url}: ${of.rule}: ${of.found}`);
    this.finding = of;
  }
}

export function json(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unproven(finding(url, 'document.content', 'JSON', text));
  }
}

type Parsed<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

export function parsed<T>(result: Parsed<T>, url: string): T {
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Unproven(
    finding(
      url,
      'document.content',
      'a document of its kind',
      `${issue?.path.map(String).join('.')}: ${issue?.message}`,
    ),
  );
}
