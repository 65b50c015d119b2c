import { Access, marketplace } from '#access';
import { ReviewRecordDto } from '#contracts';
import { UuidParam } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiDatabase } from '../api-database.js';
import { SearchPublished } from '../assistants/search-published.js';

const scores = [1, 2, 3, 4, 5];
const record = `SELECT score, count(*)::int AS given FROM api.review
  WHERE assistant_id = $1 AND side = 'business' GROUP BY score`;

@ApiTags('reviews')
@Controller('v1/assistants/published/:id/review-record')
export class ReviewRecordController {
  constructor(
    private readonly database: ApiDatabase,
    private readonly published: SearchPublished,
  ) {}

  /** How businesses scored an assistant who can be found, as anybody may know: without who gave which, and without their words. */
  @Get()
  @Access({ public: true })
  async read(@UuidParam() id: string): Promise<ReviewRecordDto> {
    await this.published.one(id);
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ readonly score: number; readonly given: number }>(record, [id]),
    );
    const byScore = scores.map((score) => rows.find((row) => row.score === score)?.given ?? 0);
    const count = byScore.reduce((sum, given) => sum + given, 0);
    const sum = byScore.reduce((total, given, place) => total + given * scores[place]!, 0);
    return { assistantId: id, count, mean: count === 0 ? null : sum / count, byScore };
  }
}
