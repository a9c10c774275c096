package io.haetae.grading.designation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of this room. */
@ConfigMapping(prefix = "haetae.grading")
interface DesignationConfig {

    /** Code of the ministry that designates 주요 정보시스템 (전자정부법 제56조의5). With a wrong one nobody can. */
    @WithDefault("MOIS")
    String designatingAuthority();

    /** Up to which system grade a system is a candidate (product default): 2 means grades 1 and 2. */
    @WithDefault("2")
    int candidateGrade();
}
