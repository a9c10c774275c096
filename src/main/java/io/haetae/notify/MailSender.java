package io.haetae.notify;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;

/** SMTP. The reader's language is unknown, so both stand in the message, Korean first. */
@ApplicationScoped
class MailSender implements Sender {

    private final ReactiveMailer mailer;
    private final NotifyConfig config;

    MailSender(ReactiveMailer mailer, NotifyConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Outcome send(Outgoing delivery) {
        if (!config.mail().enabled()) {
            return Outcome.failed("mail-not-configured", "");
        }
        Mail mail = Mail.withText(delivery.address(), subject(delivery), text(delivery))
                .addHeader("Message-ID", "<" + delivery.id() + "@haetae>")
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(config.timeout());
            return Outcome.SENT;
        } catch (TimeoutException e) {
            return Outcome.retry("timed-out", config.timeout().toSeconds() + " s");
        } catch (IllegalArgumentException e) {
            return Outcome.failed("address-refused", "");
        } catch (RuntimeException e) {
            return Outcome.retry("mail-refused", reason(e));
        }
    }

    private static String subject(Outgoing delivery) {
        return (delivery.title().ko() + " | " + delivery.title().en()).replaceAll("\\s+", " ");
    }

    private static String text(Outgoing delivery) {
        return delivery.body().ko() + "\n\n----\n\n" + delivery.title().en() + "\n\n"
                + delivery.body().en() + "\n";
    }

    /** What the server said, without the wrapping that waiting for it adds. */
    private static String reason(RuntimeException failure) {
        Throwable inner = failure instanceof CompletionException ? failure.getCause() : null;
        Throwable cause = inner == null ? failure : inner;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
