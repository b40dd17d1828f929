import type { ReactNode } from 'react';
import '../../../components/Page/base.css';

type Props = { children: ReactNode; params: Promise<{ edition: string }> };

/** What development shows pages in, and the style every page has; the server writes documents itself (server/printing.ts). */
export default async function EditionLayout({ children, params }: Props) {
  const { edition } = await params;
  return (
    <html lang={edition}>
      <body>{children}</body>
    </html>
  );
}
