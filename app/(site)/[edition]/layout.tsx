import type { ReactNode } from 'react';
import '../../../components/Page/base.css';

type Props = { children: ReactNode; params: Promise<{ edition: string }> };

export default async function EditionLayout({ children, params }: Props) {
  const { edition } = await params;
  return (
    <html lang={edition}>
      <body>{children}</body>
    </html>
  );
}
