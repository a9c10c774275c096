package io.haetae.web.demo;

import io.haetae.register.DependencyCommand;
import io.haetae.register.SystemCommand;
import java.util.List;

/**
 * One system of the demonstration.
 *
 * @param gradeBefore its grade in the list of 647, or 0 when that list did not have it
 * @param grade its grade in the list of 709
 */
record DemoSystem(SystemCommand system, int gradeBefore, int grade, List<DependencyCommand> dependencies) {

    String code() {
        return system.code();
    }

    boolean listedBefore() {
        return gradeBefore > 0;
    }
}
