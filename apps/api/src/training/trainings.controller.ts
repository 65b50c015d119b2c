import { Access, type AccessRule, type Actor, agencyTeam, scopeOf } from '#access';
import { AnswerLessonDto, CatalogueQueryDto, TrainingDto } from '#contracts';
import { type CatalogueLanguage, DomainError, type Training, type TrainingId } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, Step } from '#platform/endpoints';
import { Answer, CurrentActor, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Call } from '../call.js';
import { AssignTraining } from './assign-training.js';
import { FollowLesson } from './follow-lesson.js';
import { trainingDto } from './training.dto-mapping.js';
import { TrainingStore } from './training.store.js';

const readers = [...agencyTeam, 'agency.assessor'] as const;
const assign: AccessRule = { roles: agencyTeam, scope: 'assistants:write' };
/** Nobody learns for somebody else. */
const learn: AccessRule = { roles: ['agency.assistant'], scope: 'assistants:write' };
const read: AccessRule = { roles: [...readers, 'agency.assistant'], scope: 'assistants:read' };

@ApiTags('training')
@Controller('v1/assistants/:id/training')
export class TrainingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly assistants: AssistantStore,
    private readonly trainings: TrainingStore,
  ) {}

  /** Has an assistant learn how a workplace at home is set up, by the rules of the country in which she works. */
  @Creation(assign, TrainingDto)
  async assign(
    @CurrentCall() call: Call,
    @UuidParam() assistantId: string,
    @Query() { language = 'en' }: CatalogueQueryDto,
  ): Promise<Answer<TrainingDto>> {
    const assigned = new AssignTraining({ ...call, assistantId, trainingId: uuidv7() as TrainingId });
    const training = await this.commands.execute(assigned);
    const location = `/v1/assistants/${assistantId}/training`;
    return versioned(trainingDto(training, language), training.version, { location });
  }

  /** The lessons, and how far the assistant is with each; nothing where no training was assigned to her. */
  @Get()
  @Access(read)
  @ApiOkResponse({ type: TrainingDto })
  @ApiNoContentResponse({ description: 'No training was assigned to her.' })
  async read(
    @CurrentActor() actor: Actor,
    @UuidParam() assistantId: string,
    @Query() { language = 'en' }: CatalogueQueryDto,
  ): Promise<Answer<TrainingDto | undefined>> {
    if (!actor.roles.some((role) => (readers as readonly string[]).includes(role))) herself(actor, assistantId);
    const scope = scopeOf(actor);
    const training = await this.trainings.findOfAssistant(scope, assistantId);
    if (training === null) {
      // Of somebody else's assistant not even that is told.
      await this.assistants.load(scope, assistantId);
      return new Answer(undefined, {}, 204);
    }
    return versioned(trainingDto(training, language), training.version);
  }

  /** The assistant has read a lesson. */
  @Step('lessons/:lessonCode/reading', learn, TrainingDto)
  readLesson(
    @CurrentCall() call: Call,
    @UuidParam() assistantId: string,
    @Param('lessonCode') lessonCode: string,
    @Query() { language = 'en' }: CatalogueQueryDto,
  ): Promise<Answer<TrainingDto>> {
    herself(call.actor, assistantId);
    return this.take(new FollowLesson({ ...call, assistantId, step: { type: 'readLesson', lessonCode } }), language);
  }

  /**
   * The assistant answers the questions of a lesson that she has read; it is done once all answers are right. Where some are not, the
   * refusal names each of those questions (`which`), and doesn't say what would be right.
   */
  @Step('lessons/:lessonCode/answers', learn, TrainingDto)
  answer(
    @CurrentCall() call: Call,
    @UuidParam() assistantId: string,
    @Param('lessonCode') lessonCode: string,
    @Query() { language = 'en' }: CatalogueQueryDto,
    @Body() { answers }: AnswerLessonDto,
  ): Promise<Answer<TrainingDto>> {
    herself(call.actor, assistantId);
    const step = { type: 'answerLesson', lessonCode, answers } as const;
    return this.take(new FollowLesson({ ...call, assistantId, step }), language);
  }

  private async take(step: Command<Versioned<Training>>, language: CatalogueLanguage): Promise<Answer<TrainingDto>> {
    const training = await this.commands.execute(step);
    return versioned(trainingDto(training, language), training.version);
  }
}

function herself(actor: Actor, assistantId: string): void {
  if (actor.assistantId !== assistantId) throw new DomainError('assistant.not-found');
}
