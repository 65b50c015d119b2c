import { ChoiceVariable, ServiceConfig, TextVariable } from '#platform/config';

/** What the matcher can be told by its environment. */
export class MatcherConfig extends ServiceConfig {
  /** Where it keeps the supply for a quick start. */
  @TextVariable('AJUDANT_SNAPSHOT_DIR', { takes: 'the path of a folder' })
  snapshotDir: string | null = null;

  /** Whether it compares English sentences by their meaning too. */
  @ChoiceVariable('AJUDANT_ENGLISH_ENCODER', ['off', 'on'])
  englishEncoder: 'off' | 'on' = 'off';
}
