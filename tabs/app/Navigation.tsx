import { destinationsOf } from './destinations';
import { linkTo, usePath } from './routing';
import { classNames } from '../components/classNames';
import css from './Shell.module.css';
import { useSession } from './SessionProvider';
import { useTeams } from './TeamsProvider';

/** The ways through the tab. Links, so that each can also be opened elsewhere; where there is no room they wrap. */
export const Navigation = () => {
  const section = usePath().split('/')[1] ?? '';
  const destinations = destinationsOf(useSession(), useTeams().context);
  if (destinations.length < 2) return null;
  return (
    <nav aria-label="Assured" className={css.bar}>
      <ul className={css.list}>
        {destinations.map((d) => (
          <li key={d.section}>
            <a
              {...linkTo(d.path)}
              aria-current={d.section === section ? 'page' : undefined}
              className={classNames(css.link, d.section === section && css.shown)}
            >
              {d.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
