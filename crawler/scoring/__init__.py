"""How right extraction is, measured on pages whose articles a person wrote down."""
