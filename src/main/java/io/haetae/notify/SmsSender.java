package io.haetae.notify;

import jakarta.enterprise.context.ApplicationScoped;

/** Text messages, through a gateway. */
@ApplicationScoped
class SmsSender implements Sender {

    private final Gateways gateways;

    SmsSender(Gateways gateways) {
        this.gateways = gateways;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Outcome send(Outgoing delivery) {
        return gateways.send(delivery);
    }
}
