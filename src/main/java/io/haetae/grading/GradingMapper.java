package io.haetae.grading;

import io.haetae.grading.AssessmentView.AppealView;
import io.haetae.grading.AssessmentView.DecisionView;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Rows of an assessment to what others see. */
@Mapper
interface GradingMapper {

    @Mapping(target = "recordedBy", source = "recorder")
    DecisionView view(Decision decision);

    @Mapping(target = "by", source = "appellant")
    AppealView view(Appeal appeal);
}
