import type { ReactNode } from 'react';
import css from './PlainPage.module.css';

interface PlainPageProps {
  readonly title: string;
  /** In the place of a page, with the tab's navigation around it. */
  readonly within?: boolean;
  readonly children: ReactNode;
}

/** A page that only says something: not in Teams, no connection, a mistake of ours. It needs nothing else to be fetched. */
export const PlainPage = ({ title, within = false, children }: PlainPageProps) => {
  const Frame = within ? 'section' : 'main';
  return (
    <Frame className={css.page}>
      <h1 className={css.title}>{title}</h1>
      {children}
    </Frame>
  );
};

/** The way on from such a page. Looks like Fluent's primary button, without fetching one. */
export const PlainButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button type="button" className={css.button} onClick={onClick}>
    {children}
  </button>
);
