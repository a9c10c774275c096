package io.haetae.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * A test class that starts the packaged service as processes of its own. It runs beside the tests that share the
 * service within this virtual machine; its own methods run one after the other.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = RunsBeside.OfItsOwn.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RunsBeside {

    /** A lock that no other class asks for: whoever holds one runs its methods in one thread. */
    class OfItsOwn implements ResourceLocksProvider {

        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Set.of(new Lock(testClass.getName()));
        }
    }
}
