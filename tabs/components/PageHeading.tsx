import { useEffect, useRef, type ReactNode } from 'react';
import { hasArrived } from '../app/routing';
import css from './PageHeading.module.css';

interface PageHeadingProps {
  readonly title: string;
  /** A line under the title: term, as-at time and the like. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
}

/** The page's one h1. Takes the focus when somebody came here from another page, so that readers hear where they are. */
export const PageHeading = ({ title, about, actions }: PageHeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Assured`;
  }, [title]);
  useEffect(() => {
    // Only when the page appears: later changes of address within it (a cell, an area) move the focus themselves.
    if (hasArrived()) heading.current?.focus();
  }, []);
  return (
    <header className={css.row}>
      <div className={css.text}>
        <h1 ref={heading} tabIndex={-1} className={css.title}>
          {title}
        </h1>
        {about && <p className={css.about}>{about}</p>}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </header>
  );
};
