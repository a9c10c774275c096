package io.haetae.rule;

import io.haetae.rule.engine.Question;
import io.haetae.rule.engine.SystemVerdict;
import io.haetae.rule.engine.WorstOfResult;
import java.util.List;
import org.mapstruct.Mapper;

/** What the engine says, as other rooms see it. */
@Mapper
interface EvaluationMapper {

    SystemGradeResult view(SystemVerdict verdict);

    SystemGradeResult.Floor view(SystemVerdict.Floor floor);

    FailureGradeResult view(WorstOfResult result);

    List<FactQuestion> view(List<Question> questions);
}
