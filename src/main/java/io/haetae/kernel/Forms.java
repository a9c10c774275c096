package io.haetae.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Carries out what was posted with a {@link Form}, and puts a refusal beside the fields. */
@ApplicationScoped
public class Forms {

    private static final Set<ErrorCode.Kind> PAGES_OF_THEIR_OWN =
            Set.of(ErrorCode.Kind.UNAUTHENTICATED, ErrorCode.Kind.FORBIDDEN, ErrorCode.Kind.NOT_FOUND);

    private final Validator validator;
    private final Texts texts;
    private final RequestLanguage language;

    Forms(Validator validator, Texts texts, RequestLanguage language) {
        this.validator = validator;
        this.texts = texts;
        this.language = language;
    }

    /**
     * Whether the act was done. When it was refused, the form says why in the caller's language; that something is
     * not there or not allowed is not for a form to say, and is thrown on.
     */
    public boolean done(Form form, Runnable act) {
        return attempted(form, act, Forms::elsewhere);
    }

    /**
     * The same on a page on which whoever may not do something is told so by a page of its own, whichever room refuses it:
     * there is nothing to correct in the form.
     */
    public boolean permitted(Form form, Runnable act) {
        return attempted(form, act, Forms::onAPageOfItsOwn);
    }

    /** What came of the act; nothing when it was refused, which the form says as with {@link #done}. */
    public <T> Optional<T> made(Form form, Supplier<T> act) {
        return attempted(form, act, Forms::elsewhere);
    }

    /** What came of the act; nothing when it was refused, which the form says as with {@link #permitted}. */
    public <T> Optional<T> permittedToMake(Form form, Supplier<T> act) {
        return attempted(form, act, Forms::onAPageOfItsOwn);
    }

    private static boolean onAPageOfItsOwn(Refusal refused) {
        return PAGES_OF_THEIR_OWN.contains(refused.error().kind());
    }

    private static boolean elsewhere(Refusal refused) {
        return refused.error() == KernelError.NOT_FOUND || refused.error() == KernelError.FORBIDDEN;
    }

    private boolean attempted(Form form, Runnable act, Predicate<Refusal> thrown) {
        Supplier<Boolean> done = () -> {
            act.run();
            return true;
        };
        return attempted(form, done, thrown).isPresent();
    }

    private <T> Optional<T> attempted(Form form, Supplier<T> act, Predicate<Refusal> thrown) {
        try {
            return Optional.of(act.get());
        } catch (ConstraintViolationException invalid) {
            form.refused(invalid, texts, language.get());
        } catch (Refusal refused) {
            if (thrown.test(refused)) {
                throw refused;
            }
            form.refused(refused, texts, language.get());
        }
        return Optional.empty();
    }

    /** The command made of the form, when every field could be read and its own constraints hold; refuses otherwise. */
    public <T> T checked(Form form, T command) {
        form.check();
        Set<ConstraintViolation<T>> wrong = validator.validate(command);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return command;
    }
}
