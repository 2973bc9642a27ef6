import type { UseQueryResult } from '@tanstack/react-query';
import type { CategorySuggestionView } from '../../../shared/schema/changeViews';
import { Loaded } from '../../components/Loaded';
import { useSurfaces } from '../../components/surfaces';

/** What the framework's rule makes of the row, while a category is chosen; nothing where it has no rule. */
export const SuggestedNote = ({ query }: { query: UseQueryResult<CategorySuggestionView> }) => {
  const surfaces = useSurfaces();
  return (
    <Loaded query={query} waiting="Reading what the row suggests">
      {({ suggested }) =>
        suggested ? (
          <div className={surfaces.tight} role="status">
            <h3 className={surfaces.subtitle}>Suggested by the framework’s rule</h3>
            <p className={surfaces.text}>{suggested.why}</p>
            <p className={surfaces.quiet}>It is a suggestion: you decide, and say why where you decide otherwise.</p>
          </div>
        ) : null
      }
    </Loaded>
  );
};
