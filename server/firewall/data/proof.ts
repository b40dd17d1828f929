import type { ZodType } from 'zod';
import { parseKeyList } from '../../../article/key-list.ts';
import {
  articlesDocumentSchema,
  recordDocumentSchema,
  recordFault,
  registerDocumentSchema,
  registerFault,
  topicsDocumentSchema,
} from '../../../article/proof.ts';
import { recordSchema } from '../../../article/record.ts';
import type { DataType } from '../../../edition/data-paths.ts';
import { siteSchema } from '../../../edition/site.ts';
import { FirewallError } from '../refusal.ts';

/**
 * What others check the site against goes out only when it holds together: the record is the one its seal names, the
 * history is one chain, the register stands over the chunks it lists. Whether the keys are right is not known here.
 */
export const proofs: Partial<Record<DataType, (text: string) => string>> = {
  record(text) {
    const document = read(recordDocumentSchema, text);
    check(recordSchema, document.record);
    refuse(recordFault(document));
    return `${JSON.stringify(document)}\n`;
  },
  register(text) {
    const document = read(registerDocumentSchema, text);
    check(siteSchema, document.site.site);
    refuse(registerFault(document));
    return `${JSON.stringify(document)}\n`;
  },
  places: (text) => `${JSON.stringify(read(articlesDocumentSchema.or(topicsDocumentSchema), text))}\n`,
  keys(text) {
    try {
      return `${JSON.stringify(parseKeyList(text, 'keys'))}\n`;
    } catch (error) {
      throw new FirewallError('document', 'keys', (error as Error).message);
    }
  },
};

function read<T>(schema: ZodType<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FirewallError('document', 'json', text);
  }
  return check(schema, value);
}

function check<T>(schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new FirewallError('document', 'json', `${issue?.path.join('.')}: ${issue?.message}`);
}

function refuse(fault: string | null): void {
  if (fault) throw new FirewallError('document', 'json', fault);
}
