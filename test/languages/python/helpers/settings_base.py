import os


class BaseSettings:
    """Reads its fields as pydantic-settings does: a field without default must be in the environment."""

    def __init__(self):
        for owner in type(self).__mro__:
            for name in vars(owner).get("__annotations__", {}):
                if name.upper() in os.environ:
                    setattr(self, name, os.environ[name.upper()])
                elif not hasattr(self, name):
                    raise ValueError(name + " is required")
